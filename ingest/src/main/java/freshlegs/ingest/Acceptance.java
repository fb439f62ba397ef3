package freshlegs.ingest;

/** Whether a file is safe in the spool. */
public sealed interface Acceptance {
    /** Synced to disk; from here on its outcome is certain to come under this id. */
    record Accepted(String deliveryId, String sha256) implements Acceptance {}

    /** Not taken, and nothing was announced; the sentence says why and what to do. */
    record Refused(String reason) implements Acceptance {
        /** Whether only the disk is in the way. */
        public boolean isForWantOfRoom() {
            return reason.equals(Failures.NO_ROOM);
        }
    }
}
