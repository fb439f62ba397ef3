package freshlegs.ingest.xml;

import java.util.List;

/** Takes the elements of one kind of file as they pass and makes activities of them. */
interface Reader {
    /** An element begins; {@code attributes} gives its attributes by local name, empty where there is none. */
    void begin(String name, Attributes attributes);

    /** An element ends; {@code text} is what stood in it directly, shortened when very long. */
    void end(String name, String text);

    /** What was recorded so far. */
    List<Activity> activities();

    /** Why there is no recording, as a sentence. */
    String nothing();

    /** How many points were seen, with a time or without. */
    long points();

    /** An element's attributes by local name. */
    interface Attributes {
        String get(String name);
    }
}
