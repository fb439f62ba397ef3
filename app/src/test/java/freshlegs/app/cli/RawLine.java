package freshlegs.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a server answers to bytes as they are, up to the end of the connection or until it has nothing more to say. */
final class RawLine {
    private static final int NOTHING_MORE_MILLISECONDS = 400;
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    private RawLine() {}

    record Said(String text) {
        /** The status of the first answer, or nothing when the line was closed without one. */
        String first() {
            return ANSWER.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("closed");
        }

        long answers() {
            return ANSWER.matcher(text).results().count();
        }
    }

    static Said say(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(NOTHING_MORE_MILLISECONDS);
            OutputStream out = socket.getOutputStream();
            out.write(request.replace("HOST", server.getAuthority()).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new Said(rest(socket.getInputStream()));
        }
    }

    private static String rest(InputStream in) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                heard.write(piece, 0, count);
            }
        } catch (SocketTimeoutException e) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException reset) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }
}
