package freshlegs.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/** The parts of a form as they come in, one after the other; no more than one piece of the request is ever held. */
final class Multipart {
    private static final String FORM = "multipart/form-data";
    private static final int PIECE = 1 << 14;
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_HEADERS = 8 << 10;

    private final InputStream body;
    private final MultiPart.Parser parser;
    private final Deque<Event> events = new ArrayDeque<>();
    private final byte[] piece = new byte[PIECE];
    private boolean ended;
    private boolean broken;

    private Multipart(InputStream body, String boundary) {
        this.body = body;
        this.parser = new MultiPart.Parser(boundary, new Arriving());
        parser.setMaxParts(MOST_PARTS);
        parser.setPartHeadersMaxLength(LONGEST_HEADERS);
    }

    /** One part; its content must be read before the next part is asked for, what is left of it is passed over. */
    record Part(String name, Optional<String> fileName, InputStream content) {}

    private sealed interface Event {}

    private record Begins(String disposition) implements Event {}

    private record Bytes(ByteBuffer content) implements Event {}

    private record Ends() implements Event {}

    static Multipart of(InputStream body, Optional<String> contentType) {
        String type = contentType.orElse("");
        String boundary = type.regionMatches(true, 0, FORM, 0, FORM.length())
                ? boundary(type).orElse("")
                : "";
        if (boundary.isEmpty() || boundary.length() > 200) {
            throw Refusal.noForm("send the file as multipart/form-data in a field named file, as curl -F file=@run.fit"
                    + " does; PUT /api/v1/files/{name} takes it bare");
        }
        return new Multipart(body, boundary);
    }

    private static Optional<String> boundary(String type) {
        try {
            return Optional.ofNullable(MultiPart.extractBoundary(type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Part> next() throws IOException {
        for (Optional<Event> event = take(); event.isPresent(); event = take()) {
            if (event.get() instanceof Begins begins) {
                return Optional.of(new Part(
                        parameter(begins.disposition(), "name").orElse(""),
                        parameter(begins.disposition(), "filename"),
                        new PartContent()));
            }
        }
        return Optional.empty();
    }

    private Optional<Event> take() throws IOException {
        while (events.isEmpty() && !ended) {
            int count = body.read(piece);
            ended = count < 0;
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(piece, 0, Math.max(0, count)), ended));
            if (broken) {
                throw broken();
            }
        }
        return Optional.ofNullable(events.poll());
    }

    private static Refusal broken() {
        return Refusal.badRequest("the form is broken or ends too early: send it again");
    }

    /** A parameter of a Content-Disposition header, quoted or not, with what browsers escape in it. */
    static Optional<String> parameter(String disposition, String wanted) {
        return HeaderParameters.of(disposition).get(wanted);
    }

    /** What the parser tells while it parses; copied, because its buffers are used again. */
    private final class Arriving implements MultiPart.Parser.Listener {
        private String disposition = "";

        @Override
        public void onPartBegin() {
            disposition = "";
        }

        @Override
        public void onPartHeader(String name, String value) {
            if (HttpHeader.CONTENT_DISPOSITION.is(name)) {
                disposition = value == null ? "" : value;
            }
        }

        @Override
        public void onPartHeaders() {
            events.add(new Begins(disposition));
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            ByteBuffer copy = ByteBuffer.allocate(chunk.remaining());
            copy.put(chunk.getByteBuffer().duplicate()).flip();
            events.add(new Bytes(copy));
        }

        @Override
        public void onPartEnd() {
            events.add(new Ends());
        }

        @Override
        public void onFailure(Throwable failure) {
            broken = true;
        }
    }

    /** The bytes of the part at hand. */
    private final class PartContent extends InputStream {
        private ByteBuffer current = ByteBuffer.allocate(0);
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (!over && !current.hasRemaining()) {
                Event event = take().orElseThrow(Multipart::broken);
                if (event instanceof Bytes bytes) {
                    current = bytes.content();
                } else {
                    over = true;
                }
            }
            if (over) {
                return -1;
            }
            int count = Math.min(length, current.remaining());
            current.get(into, offset, count);
            return count;
        }
    }
}
