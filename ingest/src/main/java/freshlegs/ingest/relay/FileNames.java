package freshlegs.ingest.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for fetched files: the server's when it is the plain name of a watch file, else one made from the activity's id. */
final class FileNames {
    private static final Pattern GIVEN = Pattern.compile("filename=\"?([^\";/\\\\]{1,120})\"?");
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}\\p{N}_][\\p{L}\\p{N} ._()+-]*\\.(fit|tcx|gpx)(\\.gz|\\.zip)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    static String of(Listing listing, HttpHeaders headers, Path file) {
        Matcher given = GIVEN.matcher(headers.firstValue("Content-Disposition").orElse(""));
        if (given.find() && PLAIN.matcher(given.group(1).strip()).matches()) {
            return given.group(1).strip();
        }
        return listing.id() + "." + listing.fileType().orElse("fit") + (isGzip(file) ? ".gz" : "");
    }

    private static boolean isGzip(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.read() == 0x1f && content.read() == 0x8b;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
