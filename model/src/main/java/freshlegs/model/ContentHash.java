package freshlegs.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which files and revisions are told apart. */
public final class ContentHash {
    private static final int REVISION_LENGTH = 16;
    private static final int EVENT_LENGTH = 32;

    private ContentHash() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** The first 64 bits of the hash in hexadecimal: enough to tell the few revisions of one fact apart. */
    public static String revisionOf(byte[] content) {
        return of(content).substring(0, REVISION_LENGTH);
    }

    /** The first 128 bits of the hash in hexadecimal: enough to tell all messages ever written apart. */
    public static String eventOf(byte[] content) {
        return of(content).substring(0, EVENT_LENGTH);
    }
}
