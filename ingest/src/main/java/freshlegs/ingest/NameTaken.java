package freshlegs.ingest;

/** Two workers on one data folder cannot have the same name. */
public final class NameTaken extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NameTaken(String worker) {
        super("another ingest worker on this data folder is called " + worker);
    }
}
