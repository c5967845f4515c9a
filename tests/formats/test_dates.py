import pytest

from desk.formats.dates import readable_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-01-03", "2026-01-03"),
        ("2026-01-03T09:30:15.5+01:00", "2026-01-03 09:30"),
        ("2026-01-03 09:30", "2026-01-03 09:30"),
        ("2026-01-03T00:00:00Z", "2026-01-03"),
        ("20260103", "2026-01-03"),
        ("Tue, 06 Jan 2026 09:00:00 +0100", "2026-01-06 09:00"),
        ("Tue, 66 Jan 2026 09:00:00 +0100", "Tue, 66 Jan 2026 09:00:00 +0100"),
        ("3.1.2026", "2026-01-03"),
        ("03.01.2026, 09:30:15", "2026-01-03 09:30"),
        ("3.13.2026", "3.13.2026"),
        ("3. Januar 2026", "3. Januar 2026"),
        ("2026", "2026"),
        ("", ""),
    ],
)
def test_dates_of_machines_are_made_readable_and_others_kept(written, read):
    assert readable_date(written) == read
