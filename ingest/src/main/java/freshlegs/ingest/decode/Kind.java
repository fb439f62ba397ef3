package freshlegs.ingest.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is by its first bytes, whatever it is called. */
public enum Kind {
    FIT("a FIT file"),
    TCX("a TCX file"),
    GPX("a GPX file"),
    ZIP("a zip archive"),
    GZIP("a gzip file"),
    TAR("a tar archive"),
    OTHER_ARCHIVE("an archive of a kind that is not opened: pack its files as a zip"),
    XML("an XML document"),
    JSON("a JSON document"),
    PDF("a PDF document"),
    PICTURE("a picture"),
    FILM("a film or a sound"),
    EMPTY("an empty file"),
    TEXT("text"),
    UNKNOWN("unknown bytes");

    /** How many bytes from the start are looked at. */
    public static final int HEAD_BYTES = 16 << 10;

    private static final int TAR_MAGIC_AT = 257;
    private static final int FIT_SIGNATURE_AT = 8;
    private static final int BOX_AT = 4;

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** As the end of a sentence such as "it looks like a picture". */
    public String words() {
        return words;
    }

    /** Whether it surely holds nothing that a watch writes, nor a table. */
    public boolean isPlainlyNoWatchFile() {
        return switch (this) {
            case OTHER_ARCHIVE, XML, JSON, PDF, PICTURE, FILM -> true;
            default -> false;
        };
    }

    public static Kind of(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content.readNBytes(HEAD_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code head} is the whole file or its first {@link #HEAD_BYTES} bytes. */
    public static Kind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (isFit(head)) {
            return FIT;
        }
        if (startsWith(head, 0, "PK\3\4") || startsWith(head, 0, "PK\5\6") || startsWith(head, 0, "PK\7\b")) {
            return ZIP;
        }
        if (startsWith(head, 0, "\u001f\u008b")) {
            return GZIP;
        }
        if (startsWith(head, TAR_MAGIC_AT, "ustar")) {
            return TAR;
        }
        Kind byMagic = byMagic(head);
        return byMagic == UNKNOWN ? text(head) : byMagic;
    }

    private static boolean isFit(byte[] head) {
        return head.length >= FIT_SIGNATURE_AT + 4
                && (head[0] == 12 || head[0] == 14)
                && startsWith(head, FIT_SIGNATURE_AT, ".FIT");
    }

    private static Kind byMagic(byte[] head) {
        if (startsWith(head, 0, "7z\u00bc\u00af")
                || startsWith(head, 0, "Rar!")
                || startsWith(head, 0, "\u00fd7zXZ")
                || startsWith(head, 0, "BZh")
                || startsWith(head, 0, "(\u00b5/\u00fd")) {
            return OTHER_ARCHIVE;
        }
        if (startsWith(head, 0, "%PDF")) {
            return PDF;
        }
        if (startsWith(head, 0, "\u0089PNG")
                || startsWith(head, 0, "\u00ff\u00d8\u00ff")
                || startsWith(head, 0, "GIF8")
                || startsWith(head, 0, "II*\0")
                || startsWith(head, 0, "MM\0*")
                || startsWith(head, BOX_AT, "ftyphei")
                || startsWith(head, FIT_SIGNATURE_AT, "WEBP")) {
            return PICTURE;
        }
        boolean sounds = startsWith(head, BOX_AT, "ftyp")
                || startsWith(head, 0, "OggS")
                || startsWith(head, 0, "ID3")
                || startsWith(head, 0, "\u001aE\u00df\u00a3");
        return sounds ? FILM : UNKNOWN;
    }

    private static Kind text(byte[] head) {
        String text = decoded(head);
        String begun = text.stripLeading();
        if (begun.startsWith("<")) {
            return switch (XmlRoot.nameIn(begun)) {
                case "trainingcenterdatabase" -> TCX;
                case "gpx" -> GPX;
                default -> XML;
            };
        }
        if (!isText(text)) {
            return UNKNOWN;
        }
        return begun.startsWith("{") || begun.startsWith("[") ? JSON : TEXT;
    }

    /** One character a byte unless a byte order mark says UTF-16; names of elements need no more. */
    private static String decoded(byte[] head) {
        if (startsWith(head, 0, "\u00fe\u00ff") || startsWith(head, 0, "\u00ff\u00fe")) {
            return new String(head, StandardCharsets.UTF_16);
        }
        int from = startsWith(head, 0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        return new String(head, from, head.length - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean isText(String text) {
        return text.chars().limit(512).allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r');
    }

    /** {@code magic} has one character a byte. */
    private static boolean startsWith(byte[] head, int at, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** Finds the first element's name behind declarations, comments and a document type. */
    private static final class XmlRoot {
        private XmlRoot() {}

        static String nameIn(String text) {
            int at = 0;
            while (at >= 0 && at < text.length()) {
                if (text.startsWith("<!--", at)) {
                    at = behind(text, "-->", at + 4);
                } else if (text.startsWith("<?", at)) {
                    at = behind(text, "?>", at + 2);
                } else if (text.startsWith("<!", at)) {
                    at = behind(text, text.indexOf('[', at) >= 0 && doctypeHasBody(text, at) ? "]>" : ">", at + 2);
                } else if (text.charAt(at) == '<') {
                    return localName(text, at + 1);
                } else {
                    at = text.indexOf('<', at);
                }
            }
            return "";
        }

        private static boolean doctypeHasBody(String text, int at) {
            int end = text.indexOf('>', at);
            return end < 0 || text.indexOf('[', at) < end;
        }

        private static int behind(String text, String end, int from) {
            int at = text.indexOf(end, from);
            return at < 0 ? -1 : at + end.length();
        }

        private static String localName(String text, int from) {
            int end = from;
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || isNameMark(text.charAt(end)))) {
                end++;
            }
            String name = text.substring(from, end);
            return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        }

        private static boolean isNameMark(char c) {
            return c == ':' || c == '_' || c == '-' || c == '.';
        }
    }
}
