package freshlegs.app.watch;

/** A file that was handed over: where to, how it looked on the watch, and the hash of its content. */
record HandedOver(String to, String path, long sizeBytes, long modifiedMillis, String sha256) {
    static HandedOver of(String to, WatchFile file, String sha256) {
        return new HandedOver(to, file.relative(), file.sizeBytes(), file.modifiedMillis(), sha256);
    }

    boolean looksLike(WatchFile file) {
        return file.looksKnown() && sizeBytes == file.sizeBytes() && modifiedMillis == file.modifiedMillis();
    }
}
