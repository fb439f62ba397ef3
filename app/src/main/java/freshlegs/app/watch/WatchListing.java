package freshlegs.app.watch;

import freshlegs.app.watch.PluggedWatch.Make;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The files of a watch, newest first, and what is not taken with its reason. Links are never followed. */
record WatchListing(List<WatchFile> files, List<Skipped> skipped) {
    private static final String ENDING = ".fit";

    static WatchListing of(PluggedWatch watch) throws IOException {
        WatchListing listing = new WatchListing(new ArrayList<>(), new ArrayList<>());
        if (watch.make() == Make.WAHOO) {
            listing.addAll(watch.folder(), "exports", true);
        } else {
            for (Path folder : WatchFolder.foldersIn(watch.folder())) {
                var name = WatchFolder.canonical(folder);
                if (name.isPresent()) {
                    listing.addAll(folder, name.get(), true);
                }
            }
        }
        listing.files.sort(
                Comparator.comparingLong(WatchFile::modifiedMillis).reversed().thenComparing(WatchFile::relative));
        return listing;
    }

    private void addAll(Path folder, String name, boolean withSubFolders) throws IOException {
        for (Path entry : WatchFolder.entriesOf(folder)) {
            if (WatchFolder.isHidden(entry)) {
                continue;
            }
            String relative = name + "/" + WatchFolder.nameOf(entry);
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                if (withSubFolders) {
                    addAll(entry, relative, false);
                } else {
                    skipped.add(new Skipped(relative, "a folder deeper than watches make them"));
                }
            } else {
                add(entry, relative, attributes);
            }
        }
    }

    private void add(Path file, String relative, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            skipped.add(new Skipped(relative, "a link or no regular file"));
        } else if (!relative.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            skipped.add(new Skipped(relative, "not one of the watch's FIT files"));
        } else {
            long modified = Math.max(0, attributes.lastModifiedTime().toMillis());
            files.add(new WatchFile(file, relative, attributes.size(), modified));
        }
    }
}
