package freshlegs.ingest.archive;

import java.util.Locale;
import java.util.Set;

/** Names of packed files as they are shown; no file is ever written under one. */
final class EntryName {
    static final String LIST = "activities.csv";

    private static final int LONGEST = 200;
    private static final Set<String> NOBODYS = Set.of("__macosx", "thumbs.db", "desktop.ini");

    private EntryName() {}

    /** On one line, without control or direction marks, the end of it when it is very long. */
    static String shown(String name) {
        String plain = name.replace('\\', '/').replaceAll("\\p{C}", "?").strip();
        if (plain.isEmpty()) {
            return "unnamed";
        }
        int length = plain.codePointCount(0, plain.length());
        return length <= LONGEST ? plain : "..." + plain.substring(plain.offsetByCodePoints(0, length - LONGEST));
    }

    /** What systems leave in archives by themselves: hidden files, {@code __MACOSX}, {@code Thumbs.db}. */
    static boolean isNobodys(String name) {
        for (String part : name.replace('\\', '/').split("/", -1)) {
            boolean hidden = part.startsWith(".") && !part.equals(".") && !part.equals("..");
            if (hidden || NOBODYS.contains(part.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is called as the list that Strava adds to its exports. */
    static boolean isList(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(LIST) || lower.endsWith("/" + LIST);
    }
}
