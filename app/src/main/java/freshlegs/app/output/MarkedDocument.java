package freshlegs.app.output;

/** A Markdown document with the tables of a run between two marks. */
public final class MarkedDocument {
    public static final String BEGIN = "<!-- begin of figures -->";
    public static final String END = "<!-- end of figures -->";

    private MarkedDocument() {}

    /** What stands between the marks; {@code IllegalArgumentException} when the document lacks them. */
    public static String figures(String document) {
        return document.substring(begin(document), end(document));
    }

    /** The document with other figures; {@code IllegalArgumentException} when it has no place for them. */
    public static String with(String figures, String document) {
        return document.substring(0, begin(document)) + "\n" + figures + document.substring(end(document));
    }

    /** Behind the first mark. */
    private static int begin(String document) {
        end(document);
        return document.indexOf(BEGIN) + BEGIN.length();
    }

    private static int end(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the document lacks " + BEGIN + " and " + END);
        }
        return end;
    }
}
