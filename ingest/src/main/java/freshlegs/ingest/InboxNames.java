package freshlegs.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that no finished file of a person has: hidden ones, half-copied ones, and what systems leave behind. */
final class InboxNames {
    private static final List<String> HALF_COPIED_ENDS =
            List.of(".tmp", ".part", ".partial", ".crdownload", ".download", ".icloud", ".filepart");
    private static final List<String> HALF_COPIED_STARTS = List.of("~syncthing~", "~$");
    private static final Set<String> NOBODYS = Set.of("thumbs.db", "desktop.ini");

    private InboxNames() {}

    static boolean isLeftAlone(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || NOBODYS.contains(lower)
                || HALF_COPIED_STARTS.stream().anyMatch(lower::startsWith)
                || HALF_COPIED_ENDS.stream().anyMatch(lower::endsWith);
    }
}
