package freshlegs.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;

/** A gzip file as an archive of the one file in it. */
final class GzipContainer implements Container {
    private final InputStream unpacker;
    private final String name;
    private final Allowance allowance;
    private boolean given;

    GzipContainer(InputStream unpacker, String name, Allowance allowance) {
        this.unpacker = unpacker;
        this.name = name;
        this.allowance = allowance;
    }

    @Override
    public Optional<Entry> next() {
        if (given) {
            return Optional.empty();
        }
        given = true;
        return Optional.of(
                Entry.readable(name, Optional.empty(), OptionalLong.empty(), () -> Metered.of(unpacker, allowance)));
    }

    @Override
    public int remaining() {
        return given ? 0 : 1;
    }

    @Override
    public void close() {
        try {
            unpacker.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
