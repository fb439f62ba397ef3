package freshlegs.ingest;

/** The broker did not take a fact; nothing may be called done. */
public final class PublishFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
