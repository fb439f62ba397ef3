package freshlegs.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What went wrong, in plain words. */
public final class Failures {
    static final String NO_ROOM = "no room left on the disk of the data folder: free some space and hand it over again";

    private static final int LONGEST = 300;

    private Failures() {}

    static String refusal(IOException e) {
        if (isNoRoom(e)) {
            return NO_ROOM;
        }
        if (e instanceof NoSuchFileException) {
            return "it was gone before it could be read";
        }
        return e instanceof AccessDeniedException
                ? "not readable: its permissions forbid it"
                : "it could not be taken: " + sentence(e);
    }

    public static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return printable(message == null ? cause.getClass().getSimpleName() : message);
    }

    /** A stranger's text on one line of a log. */
    public static String printable(String text) {
        String plain = text.replaceAll("\\p{C}", "?");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    private static boolean isNoRoom(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
    }
}
