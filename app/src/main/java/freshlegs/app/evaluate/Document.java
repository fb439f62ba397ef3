package freshlegs.app.evaluate;

/** A Markdown document with the tables of a run between two marks. */
public final class Document {
    static final String BEGIN = "<!-- begin of figures -->";
    static final String END = "<!-- end of figures -->";

    private Document() {}

    /** The document with other figures; {@code IllegalArgumentException} when it has no place for them. */
    public static String with(String figures, String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the document lacks " + BEGIN + " and " + END);
        }
        return document.substring(0, begin) + BEGIN + "\n" + figures + document.substring(end);
    }
}
