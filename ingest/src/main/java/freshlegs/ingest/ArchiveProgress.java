package freshlegs.ingest;

/**
 * How far an archive has been worked off: {@code done} of its files are published, {@code found} are known so far, the ones within
 * archives that are not opened yet not counted in.
 */
public record ArchiveProgress(int done, int found, boolean finished) {
    static final ArchiveProgress NONE = new ArchiveProgress(0, 0, false);
}
