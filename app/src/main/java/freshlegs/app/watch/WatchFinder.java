package freshlegs.app.watch;

import freshlegs.app.watch.PluggedWatch.Make;
import freshlegs.ingest.fit.FileIdReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches on a mount, whose storages may lie one folder down ("Internal Storage"). A Garmin is known by its folder GARMIN in any
 * case, a Wahoo by a folder "exports" with FIT files that say they are a Wahoo's.
 */
final class WatchFinder {
    private static final String GARMIN = "garmin";
    private static final String EXPORTS = "exports";
    private static final int FILES_ASKED = 5;

    private WatchFinder() {}

    static List<PluggedWatch> below(Path mount) {
        List<PluggedWatch> found = new ArrayList<>();
        at(mount).ifPresent(found::add);
        if (found.isEmpty()) {
            for (Path storage : WatchFolder.foldersIn(mount)) {
                at(storage).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<PluggedWatch> at(Path storage) {
        List<Path> folders = WatchFolder.foldersIn(storage);
        Optional<Path> garmin = named(folders, GARMIN);
        if (garmin.isPresent()) {
            return garmin.filter(WatchFinder::isGarmin).map(folder -> new PluggedWatch(Make.GARMIN, storage, folder));
        }
        return named(folders, EXPORTS)
                .filter(WatchFinder::isWahoo)
                .map(folder -> new PluggedWatch(Make.WAHOO, storage, folder));
    }

    private static boolean isGarmin(Path folder) {
        return DeviceXml.in(folder).isPresent()
                || WatchFolder.foldersIn(folder).stream()
                        .anyMatch(each -> WatchFolder.canonical(each).isPresent());
    }

    private static boolean isWahoo(Path folder) {
        try {
            return WatchListing.of(new PluggedWatch(Make.WAHOO, folder, folder)).files().stream()
                    .limit(FILES_ASKED)
                    .anyMatch(WatchFinder::isWahooFile);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWahooFile(WatchFile file) {
        try (var content = WatchReader.PLAIN.open(file.path())) {
            return FileIdReader.read(content)
                    .filter(writer -> writer.manufacturer() == FileIdReader.WAHOO)
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> named(List<Path> folders, String name) {
        return folders.stream()
                .filter(each -> String.valueOf(each.getFileName()).equalsIgnoreCase(name))
                .findFirst();
    }
}
