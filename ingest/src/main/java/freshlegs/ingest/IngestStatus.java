package freshlegs.ingest;

import java.util.Optional;

/** How far the worker is: tickets waiting, tickets done and set aside since it started, what last went wrong. */
public record IngestStatus(int pending, long done, long setAside, Optional<String> lastError) {}
