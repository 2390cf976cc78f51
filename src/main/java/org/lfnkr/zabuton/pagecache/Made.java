package org.lfnkr.zabuton.pagecache;

/** What the application made of a request of nobody's. */
sealed interface Made permits KeptPage, RecordedAnswer {}
