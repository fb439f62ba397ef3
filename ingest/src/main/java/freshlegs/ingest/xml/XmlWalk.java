package freshlegs.ingest.xml;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Passes the elements of an XML file by, to the end of its root or to where it breaks. Nothing outside the file is looked at, no
 * entity is defined, depth, points and time are bounded.
 */
final class XmlWalk {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_NAMES = 5_000;
    private static final int POINTS_PER_LOOK = 1024;
    private static final XMLInputFactory FACTORY = factory();

    private final Limits limits;
    private final Reader reader;
    private final Set<String> names = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final long began = System.nanoTime();
    private int depth;

    XmlWalk(Limits limits, Reader reader) {
        this.limits = limits;
        this.reader = reader;
    }

    /** Where and why a file broke off: how many of its characters had been read. */
    record Break(String reason, long characters) {}

    Optional<Break> over(InputStream file) throws IOException {
        BufferedInputStream content = new BufferedInputStream(file, 1 << 16);
        skipBlanks(content);
        XMLStreamReader xml;
        try {
            xml = FACTORY.createXMLStreamReader(new ShortPieces(content));
        } catch (XMLStreamException e) {
            return Optional.of(new Break("damaged: its beginning is no XML", 0));
        }
        try {
            return walk(xml);
        } finally {
            close(xml);
        }
    }

    private Optional<Break> walk(XMLStreamReader xml) {
        try {
            while (xml.hasNext()) {
                int event = next(xml);
                if (event == XMLStreamConstants.DTD) {
                    throw new Refusal("it holds a document type (DOCTYPE), which no watch writes");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(xml);
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    collect(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT && end(xml)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.of(
                    new Break(reason(e), Math.max(0, xml.getLocation().getCharacterOffset())));
        }
    }

    /** The parser has faults of its own, such as a complaint that it has no words for. */
    private static int next(XMLStreamReader xml) throws XMLStreamException {
        try {
            return xml.next();
        } catch (RuntimeException fault) {
            throw new XMLStreamException("the parser cannot read on", xml.getLocation(), fault);
        }
    }

    private void begin(XMLStreamReader xml) {
        if (++depth > DEEPEST) {
            throw new Refusal("its elements lie more than " + DEEPEST + " deep in one another");
        }
        text.setLength(0);
        countNames(xml);
        reader.begin(xml.getLocalName(), name -> attribute(xml, name));
        limits.check(Limit.TRACK_POINTS, reader.points());
        if (reader.points() % POINTS_PER_LOOK == 0) {
            limits.check(Limit.DECODE_SECONDS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        }
    }

    /** The parser remembers every name it meets. */
    private void countNames(XMLStreamReader xml) {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        if (names.size() > MOST_NAMES) {
            throw new Refusal("it has more than " + MOST_NAMES + " kinds of elements and attributes");
        }
    }

    /** Whether that was the root's end. */
    private boolean end(XMLStreamReader xml) {
        reader.end(xml.getLocalName(), text.toString().strip());
        text.setLength(0);
        return --depth == 0;
    }

    private void collect(XMLStreamReader xml) {
        int room = Math.min(LONGEST_TEXT - text.length(), xml.getTextLength());
        if (room > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), room);
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Some exports begin with blanks, before which XML allows nothing. */
    private static void skipBlanks(BufferedInputStream content) throws IOException {
        content.mark(4);
        byte[] mark = content.readNBytes(3);
        if (!(mark.length == 3 && (mark[0] & 0xFF) == 0xEF && (mark[1] & 0xFF) == 0xBB && (mark[2] & 0xFF) == 0xBF)) {
            content.reset();
        }
        int next;
        do {
            content.mark(1);
            next = content.read();
        } while (next == ' ' || next == '\t' || next == '\r' || next == '\n');
        content.reset();
    }

    private static String reason(XMLStreamException e) {
        String told = String.valueOf(e.getMessage());
        boolean cut = told.contains("must start and end within the same entity")
                || told.contains("XML document structures")
                || told.contains("end of file")
                || told.contains("end-of-file");
        return cut ? "cut short" : "damaged: from line " + e.getLocation().getLineNumber() + " on it is no XML";
    }

    private static void close(XMLStreamReader xml) {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an XML reader does not close", e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
