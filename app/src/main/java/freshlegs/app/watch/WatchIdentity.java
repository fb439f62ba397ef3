package freshlegs.app.watch;

import freshlegs.app.watch.PluggedWatch.Make;
import freshlegs.ingest.fit.FileIdReader;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a watch is known again: its serial number from its own description, else from the newest file that names one, else a
 * fingerprint of its storage.
 */
public record WatchIdentity(String serial, String model) {
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z-]{1,40}");
    private static final int LONGEST_MODEL = 60;
    private static final int SHOWN = 4;
    private static final int FILES_ASKED = 10;
    private static final int FINGERPRINT = 16;

    /** Reads what is needed; the listing gives the files, newest first. */
    static WatchIdentity of(PluggedWatch watch, WatchListing listing, WatchReader reader) throws IOException {
        Optional<WatchIdentity> described = ofDescription(watch, reader);
        if (described.isPresent()) {
            return described.get();
        }
        Optional<IOException> failure = Optional.empty();
        for (WatchFile file : listing.files().stream().limit(FILES_ASKED).toList()) {
            try {
                Optional<WatchIdentity> written = ofFile(file, watch.make(), reader);
                if (written.isPresent()) {
                    return written.get();
                }
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return new WatchIdentity("volume-" + fingerprint(watch.storage()), name(watch.make()));
    }

    static WatchIdentity unknown(Make make) {
        return new WatchIdentity("unknown", name(make));
    }

    /** How people see it; the last digits are enough to tell two watches apart. */
    public String shown() {
        return model + ", serial ..." + lastFour();
    }

    String lastFour() {
        return serial.substring(Math.max(0, serial.length() - SHOWN));
    }

    static Optional<String> plainSerial(String text) {
        return Optional.of(text.strip()).filter(serial -> SERIAL.matcher(serial).matches());
    }

    static Optional<String> plainModel(String text) {
        String plain = text.replaceAll("\\p{C}", " ").strip();
        return Optional.of(plain.substring(0, Math.min(plain.length(), LONGEST_MODEL)))
                .filter(model -> !model.isEmpty());
    }

    private static Optional<WatchIdentity> ofDescription(PluggedWatch watch, WatchReader reader) throws IOException {
        Optional<Path> file = watch.make() == Make.GARMIN ? DeviceXml.in(watch.folder()) : Optional.empty();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = reader.open(file.get())) {
            return DeviceXml.read(content)
                    .map(each -> new WatchIdentity(each.serial(), each.model().orElse(name(watch.make()))));
        }
    }

    private static Optional<WatchIdentity> ofFile(WatchFile file, Make make, WatchReader reader) throws IOException {
        try (InputStream content = reader.open(file.path())) {
            return FileIdReader.read(content)
                    .filter(writer -> writer.serial().isPresent())
                    .map(writer -> new WatchIdentity(
                            Long.toString(writer.serial().orElseThrow()),
                            writer.productName().orElse(name(make))));
        }
    }

    private static String fingerprint(Path storage) throws IOException {
        var store = Files.getFileStore(storage);
        String label = Objects.toString(storage.toAbsolutePath().getFileName(), "");
        String text = store.type() + "\n" + label + "\n" + store.getTotalSpace();
        return ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT);
    }

    private static String name(Make make) {
        return make == Make.GARMIN ? "Garmin watch" : "Wahoo";
    }
}
