package freshlegs.streams.rule;

/** Rules that cannot be used, in a sentence that says where and what would be right. */
public final class InvalidRules extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidRules(String message) {
        super(message);
    }
}
