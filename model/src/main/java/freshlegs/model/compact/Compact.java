package freshlegs.model.compact;

import freshlegs.model.json.Json;
import java.util.Arrays;

/**
 * How one type lies in a store: a mark, a fingerprint of its {@link Layout} and edition, then its components without names.
 * Equal things have equal bytes. Bytes of another fingerprint are read by the layout that was kept with them, through JSON, and
 * so as tolerantly as messages are.
 */
public final class Compact<T> {
    private static final byte MARK = 1;
    private static final int HEAD_BYTES = 5;

    private final Class<T> type;
    private final Shape shape;
    private final Layout layout;
    private final int fingerprint;

    private Compact(Class<T> type, int edition) {
        this.type = type;
        this.shape = Shapes.of(type);
        this.layout = shape.layout();
        this.fingerprint = 31 * Arrays.hashCode(Json.write(layout)) + edition;
    }

    public static <T> Compact<T> of(Class<T> type) {
        return of(type, 0);
    }

    /** Another {@code edition} is told apart as another layout is, for when the content means something else. */
    public static <T> Compact<T> of(Class<T> type, int edition) {
        return new Compact<>(type, edition);
    }

    public Class<T> type() {
        return type;
    }

    public Layout layout() {
        return layout;
    }

    public int fingerprint() {
        return fingerprint;
    }

    /** Whether these bytes begin as compact ones do; JSON never does. */
    public static boolean isCompact(byte[] bytes) {
        return bytes.length >= HEAD_BYTES && bytes[0] == MARK;
    }

    /** The fingerprint of the layout by which these bytes were written. */
    public static int fingerprintOf(byte[] bytes) {
        return new ByteSource(bytes, 1).fourBytes();
    }

    /** Whether {@link #read(byte[])} can read these bytes. */
    public boolean isOwn(byte[] bytes) {
        return isCompact(bytes) && fingerprintOf(bytes) == fingerprint;
    }

    public byte[] write(T message) {
        ByteSink sink = new ByteSink();
        sink.oneByte(MARK);
        sink.fourBytes(fingerprint);
        shape.write(message, sink);
        return sink.toBytes();
    }

    public T read(byte[] bytes) {
        if (!isOwn(bytes)) {
            throw new IllegalArgumentException("written by another layout of " + type.getSimpleName());
        }
        return type.cast(shape.read(new ByteSource(bytes, HEAD_BYTES)));
    }

    /** Reads what an {@code old} layout wrote. */
    public T read(byte[] bytes, Layout old) {
        return Json.MAPPER.convertValue(old.tree(new ByteSource(bytes, HEAD_BYTES)), type);
    }
}
