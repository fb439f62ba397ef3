package freshlegs.warehouse;

/** Somebody else has moved the stored offsets: whatever this worker holds must not be written. */
final class OffsetsMoved extends Exception {
    private static final long serialVersionUID = 1;

    OffsetsMoved() {
        super("the stored offsets were moved by somebody else");
    }
}
