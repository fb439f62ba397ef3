package freshlegs.ingest.fit;

/** Where one of a file's chained parts lies, from its header to the end of its checksum. */
record FitPart(long offset, long length) {}
