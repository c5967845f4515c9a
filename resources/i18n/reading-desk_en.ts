<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionAsking</name>
    <message>
        <source>“{action}” has nothing to act on now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>{switch}: on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{switch}: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passage {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrivalList</name>
    <message>
        <source>What became of the files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleDetails</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(several)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2021-08-13, or as it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address, a newspaper, a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its code: en, de, ar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article needs a title.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleFiles</name>
    <message>
        <source>Articles ({known})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Enter}: read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{F2}: rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Esc}: back to the article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleRows</name>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BringIn</name>
    <message>
        <source>Add articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make folders in the library, as they are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {encoding}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BringingIn</name>
    <message>
        <source>“{title}” is on the desk already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BugReport</name>
    <message>
        <source>This is a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading Desk did something that was not meant. What was saved is safe. The report says where it happened, and nothing of your texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all; tick to choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take off {tag}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>+ tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceRows</name>
    <message>
        <source>put on already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key {keys}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMap</name>
    <message>
        <source>Columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} goes to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskFiles</name>
    <message>
        <source>New desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well: every page, quote, text and index agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desks (*.desk)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockBar</name>
    <message>
        <source>Put “{panel}” back into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide “{panel}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move this panel; double-click to float it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Docking</name>
    <message>
        <source>Go to a panel with {view.next} first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found for “{words}” in what the filter shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to read yet. Drop files or folders here, or paste with {edit.paste}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportCsv</name>
    <message>
        <source>Export passages as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each passage, its tags in one cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each tag of a passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the file as Unicode (Excel needs it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts &apos; before a cell that starts with = + - @, which a spreadsheet would run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” exists already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows in all: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage fits this choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard cells that a spreadsheet would run (here: {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which file to write.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetChooser</name>
    <message>
        <source>Nothing on this desk is so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder “{name}” removed; its articles stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Filtered by: {words}. Click to take it away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case and accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>“{words}”: {n} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Move to which folder?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>More than {count} places: too many to tag at once. Add a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places are ticked, {unseen} of them not shown in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This note is on no article.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Click to edit the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Hits in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 tags the hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Enter}: go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Esc}: back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the copies too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read otherwise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {done} of {total}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>What came in is hidden by the words in the search field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came in is hidden: the library shows only some articles.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyChanger</name>
    <message>
        <source>Press a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits put tags on. Press another key, or {Esc}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action and no key has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnownTexts</name>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryFilter</name>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryHead</name>
    <message>
        <source>Filter the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles from files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>This link is not opened: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListFilter</name>
    <message>
        <source>By place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Passages beside the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was out of sight, so nothing is done yet. Press again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select some words first, or go to the next sentence with {sentence.next}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Copy the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is no more at its place, and the note could not be saved in the copy of it at {copy}. Copy the note elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>{words}. Click to end it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {tag} stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} shows all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky: {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence stands out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, in Markdown; it saves itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in the copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>{n} of {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage is selected. Select words in the article and use 1 to 9, {passage.tag} or {passage.highlight}, or click a highlight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the list of notes, with those on passages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tag first: {view.next} leads to the panel of tags.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineBox</name>
    <message>
        <source>Go to which heading?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heading has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action has this name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageBody</name>
    <message>
        <source>The article no longer holds these words at this place. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>Show what carries which tag?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is in which article?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageListView</name>
    <message>
        <source>1–9 tags what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Enter}: go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Esc}: back to the article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassagePanel</name>
    <message>
        <source>Previous passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage is selected. Select words in the article and use 1 to 9, {passage.tag} or {passage.highlight}, or click a highlight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageRows</name>
    <message>
        <source>note on the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note on the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassagesPanel</name>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet. In the article, {passage.note} writes one on what is selected and {article.note} one on the article. A free note is about nothing but itself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked yet. Select words in the article and use 1 to 9, {passage.tag} or {passage.highlight}: every passage of every article is then listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The desk is damaged: {what}. Save a copy and check it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>The whole page, not the article alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines as they stand in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article for each chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>Font and spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultTagging</name>
    <message>
        <source>Tick some places first: {Space}, or {Ctrl+A} for all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag what is ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Move to a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read otherwise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowTagging</name>
    <message>
        <source>No tag has the key {number} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take “{name}” off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These notes are on no passage: tags go on passages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select passages in the list first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Rename this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a search to save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search “{name}” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>passages with a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a folder or an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by an author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a year or a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread, reading or done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a note, a tag, a passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a word: without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a word: what begins so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Tag the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Remove article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unread article left among those that are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last unread article.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: back to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: any tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select words to tag them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 first shows what it tags: it is out of sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 tags the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 tags the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 tags the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagAsking</name>
    <message>
        <source>Merge “{name}” into which tag?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “{one}” into “{other}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that will carry “{other}” in its place: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these carry both already: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags under it that move along: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its note is added to the other&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the tag “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that lose it and stay: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags under it that move up: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its note goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tag first: {view.next} leads to the panel of tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tag should stand out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagBook</name>
    <message>
        <source>New tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “{one}” into “{other}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{name}” deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>Tag: a few letters, or a new name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off which tag?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name to make the first tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagChooser</name>
    <message>
        <source>No tag has this name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Edit tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solid line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}, now “{tag}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When does this tag fit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a tag “{name}” here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a tag “{name}” here already: the two can become one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a tag “{name}” already, which is close to this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagTree</name>
    <message>
        <source>with the tags under it: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagView</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Enter}: put on the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{F2}: edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Esc}: back to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the top level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by this tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>Tag “{names}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to repeat yet: put a tag on something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take “{names}” off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next tag you put on something will stick.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsPanel</name>
    <message>
        <source>New +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags yet. Select some words in the article and use {passage.tag}, or:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Nothing to read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file or a text here, or paste one with {edit.paste}. Then select words and tag them: nothing is ever lost, everything can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note is not saved yet. Copy it elsewhere; closing again leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>A desk for close reading. Everything stays in one file: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>New desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export passages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste as a new article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add with a preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came in last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to heading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read otherwise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the last tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take tags off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next overlapping passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend by a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend back by a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge tag into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the text by a tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky tag: put the last tag on each selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font and spacing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All passages and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float all passages and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float the tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on one sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-letter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reading Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float and resize panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a tag on, or take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the end of the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move its end by a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page on, a page back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arrivals</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>boxes</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mustard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with markup (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>encodings</name>
    <message>
        <source>Found out from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-16, little-endian)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-16, big-endian)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-32, little-endian)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-32, big-endian)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (DOS 850)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European (Windows-1250)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European (ISO 8859-2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baltic (Windows-1257)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish (Windows-1254)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese (Windows-1258)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic (Windows-1251)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic (KOI8-R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian (KOI8-U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic (DOS 866)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek (Windows-1253)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew (Windows-1255)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic (Windows-1256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai (Windows-874)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, simplified (GB 18030)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese (EUC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese (ISO-2022)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean (Windows-949)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic (old Macintosh)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (old Macintosh)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>There is no tag “{path}” on this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}” is in the article only once, so there is no place {nth}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{quote}” is in the article only %Ln times, so there is no place {nth}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The quote is empty: give the words of the article to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places are counted from 1, so there is no place {nth}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}” is not in the article: quote it letter for letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have no permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lies in a read-only place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a link that leads nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system says “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: a “[” is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: “*”, “+” or “?” stands where there is nothing to repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: “\” stands before a letter to which it gives no meaning. For the sign itself, write “\\”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: a “(” is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: a “)” closes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: a range runs backwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: a least number is above its most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: something is wrong at its character {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This regular expression takes too long: make it simpler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no filter “{key}:”, so its letters were searched for. There are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word to search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word is missing after “{key}:”, as in {key}:{example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}:{value}” is not a filter: there are {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no word to search for: type letters or digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag&apos;s name has at most {most} characters; this has {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag&apos;s name cannot hold “;”: it parts the tags in exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag&apos;s name cannot hold a line break, a tab or a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag&apos;s name cannot end in “\”: it would hide the “/” that follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large: over {size} MB when unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is protected by a password or has the format of an old office program. Open it there and save it in today&apos;s format, without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would grow out of proportion when unpacked, so it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is protected by a password. Save it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full. Make room or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is used up. Make room or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this folder may not be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder does not exist. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a link that leads nowhere. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is the desk itself. Choose another name for the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a name for a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is write-protected. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a link that leads nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written: {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {encoding}, without a mark that says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding is a guess: {encoding}. If the text looks wrong, choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place could not be read and shows as �.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln places could not be read and show as �.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is a PDF file, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a ZIP file or an office document, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an old Microsoft Office file, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a database, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a picture, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a compressed file, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a program, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a sound file, not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a text: most of it is not made of letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoding named “{encoding}”. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is nested too deeply to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no file of the kind “{kind}”, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that is hidden in the document was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a document type, as no Word document has: it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments were left out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the book is missing: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is protected against copying (DRM), so it cannot be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article was found on this page, so all its words were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines too long to be shown were broken into shorter ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page in it, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It seems to hold pictures of text, as a scanner makes them. Have its text recognised (OCR) first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It seems to hold pictures of text, as a scanner makes them: there is little text on its pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REFI-QDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sounds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 film</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln films</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 mark on those</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks on those</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 case</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln variables</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 link</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sets</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln graphs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It is XML, but neither a project nor a codebook of REFI-QDA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project in it: no file that ends in “.qde”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are several projects in it: {names}. Bring in the one that you want by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its passages quote more than {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that are not in the file: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that lie elsewhere and were not opened: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts without words: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes that are not in the file: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 passage is on a text that did not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages are on texts that did not come.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken: {things}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it to bring in. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it to bring in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that no tag can have, or not twice, became: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes are nested in more than {most} levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 passage without words, or outside of the text, was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages without words, or outside of the text, were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 passage went beyond the text and ends where that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages went beyond the text and end where that does.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 passage was found by its words, near the place that the file gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages were found by their words, near the places that the file gives.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 passage names a code that the project does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages name codes that the project does not have.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 passage had a name other than its words: it is in the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages had names other than their words: they are in the notes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A passage has a name other than its words, which was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages have names other than their words, which were left out: look whether the passages are at their places.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It has a document type, as no file of this kind has: it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its XML is damaged or holds a forbidden character: line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not read: files that end in “{suffix}” are not known. Known are {known} and their like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles in JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not read: files without a suffix are not known. Known are {known} and their like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too large: over {size} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a fault of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not read. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search only excludes: add a word to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag on a whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags on whole texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 passage of a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages of notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is a folder, and there is nothing in it to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is never closed: rows below it ran into one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns without a name, or with the name of another, were numbered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that are no JSON objects were left out: {lines}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit the columns (cells: {cells}, columns: {columns}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column is named as the text; “{column}” was taken for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with more or fewer cells than there are columns: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows without text were left out: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a table. Choose the column that holds the text: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control characters, {count} in all, show as �.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reader broke down over it or ran out of memory: the file is damaged or hostile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took more than {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that a program had broken at one width were joined to paragraphs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not say in which format to write. Give it a suffix: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in it, so there is nothing to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has marked passages, which belong to its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That article is no longer on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} articles are called “{name}”: use an id ({ids}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article has the title or the id “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} of {table} belongs to a row of {parent} that is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of article {id} (“{title}”) is not the one that came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage {id} is misplaced: its quote is not at {start}-{end} of its article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {id} (“{name}”) lies under itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index of {table} does not agree with its table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage {id} names paragraph {paragraph}, which is not where it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open to read only: its file or folder cannot be written to. Save a copy elsewhere and work in that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the disk that holds {name} is full. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {name} was moved, replaced or deleted while it was open. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not closed cleanly and lies in a read-only place: copy it, together with its -journal file, and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {name} is read-only. Save a copy elsewhere and work in that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in use by another program. Nothing was changed; try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {name} reports an error. Check the disk, then open the desk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged. It was not changed; open a backup, or a copy made before today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a desk: it is some other kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened. Check that the file and its folder exist and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened: you have no permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} asks for something that a desk never does. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: one text is too large for a desk (over 1,000 million bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder cannot lie in itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was moved, replaced or deleted while it was open. A copy with everything is at {copy}. Open that one; nothing was written to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was overwritten with another desk while it was open. Open it again; nothing was written to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” cannot be undone or done again: another program has changed the desk since. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name, or open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {path}. Choose another one for the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} may not be written. Choose another folder for the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be made there: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That note is no longer on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty, so it is not a desk. Start a new one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a desk: it is some other kind of file. If it is a text to read, open a desk and add it there (on the command line: reading-desk import).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder, not a desk. Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not an ordinary file, so it cannot be a desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is an SQLite file of another program, not a desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was made by a newer Reading Desk (format {format}; this one knows up to {known}). Update Reading Desk to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} beside the desk names another file to be removed; no desk makes such a journal. Move it away if you do not know it, then open the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged ({fault}). It was not changed; open a backup, or a copy made earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name, or start a new desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is incomplete: a byte is missing. Was the copy interrupted? Copy it again, or open a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} is incomplete: %Ln bytes are missing. Was the copy interrupted? Copy it again, or open a backup.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds a trigger {part} that is not Reading Desk&apos;s and could change your data. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was altered by another program ({kind} {part} is not as Reading Desk makes it). It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passage is no longer on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select some text of the article first: this range is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no desk: there is nothing in it to rescue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of this desk was altered; it cannot be undone from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved search needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a saved search “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That tag is no longer on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a tag “{name}” in this place already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag cannot lie under itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag cannot be merged into itself or into one that lies under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a folder. Choose a name for a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” would cover a desk or pass for one. Choose another suffix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 note or description differs from that on the desk, which stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes or descriptions differ from those on the desk, which stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read “{title}” otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 tag more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 note</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add starter articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{title}. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag has the key {number} yet: make one with {passage.tag}, or give it with {F2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Details of %Ln articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles, of which this is the first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A passage is marked in “{title}”, which belongs to its text as it is. What is read now is added beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages are marked in “{title}”, which belong to its text as it is. What is read now is added beside it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This takes the place of “{title}”, in which nothing is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add 1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The new key of “{action}”. {Esc} leaves all as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 read otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln read otherwise</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 with a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a remark</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>open folder {name}, articles: {count}, done: {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed folder {name}, articles: {count}, done: {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found for “{words}”. {Esc} in the field shows all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{places} {in_articles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{found}, and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in 1 article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %Ln articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is open in another window of Reading Desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in this article</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln passages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Passage removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tag a place “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln places “{name}”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {things}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already on the desk as “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {all} are already on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of {all} is already on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} are already on the desk</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the same text as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved 1 article to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln articles to “{name}”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Edit article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Edit %Ln articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” put on the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{name}” put on %Ln passages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” taken off the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{name}” taken off %Ln passages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is on the passage already</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is on all %Ln passages already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” put on 1 passage; the others had it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{name}” put on %Ln passages; the others had it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, hits: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sorting</name>
    <message>
        <source>As they came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last added first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date, latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date, earliest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: reading, unread, done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of passages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>Rescue into a new desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desks (*.desk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rescued desk is {name}. The old one was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles: {kept}, lost: {lost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passages: {kept}, lost: {lost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags: {kept}, lost: {lost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes: {kept}, lost: {lost}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
