package freshlegs.model.compact;

/** How one type is written and read. */
interface Shape {
    void write(Object written, ByteSink sink);

    Object read(ByteSource source);

    Layout layout();
}
