package freshlegs.app.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a Garmin says of itself in {@code GARMIN/GarminDevice.xml}: its number and its model. */
record DeviceXml(String serial, Optional<String> model) {
    private static final String NAME = "GarminDevice.xml";
    private static final int MOST_BYTES = 1 << 20;
    private static final String ID = "/Device/Id";
    private static final String DESCRIPTION = "/Device/Model/Description";

    /** The file in the watch's folder, whatever case its name has. */
    static Optional<Path> in(Path garmin) {
        try {
            return WatchFolder.entriesOf(garmin).stream()
                    .filter(each -> WatchFolder.nameOf(each).equalsIgnoreCase(NAME)
                            && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Nothing when it is too long, no XML, or names no number; it never leads to another file. */
    static Optional<DeviceXml> read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<DeviceXml> read(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder path = new StringBuilder();
        Optional<String> serial = Optional.empty();
        Optional<String> model = Optional.empty();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> path.append('/').append(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> path.setLength(path.lastIndexOf("/"));
                case XMLStreamConstants.CHARACTERS -> {
                    if (path.toString().equals(ID)) {
                        serial = WatchIdentity.plainSerial(reader.getText());
                    } else if (path.toString().equals(DESCRIPTION)) {
                        model = WatchIdentity.plainModel(reader.getText());
                    }
                }
                default -> {
                    // Comments, white space and the like.
                }
            }
        }
        Optional<String> described = model;
        return serial.map(number -> new DeviceXml(number, described));
    }
}
