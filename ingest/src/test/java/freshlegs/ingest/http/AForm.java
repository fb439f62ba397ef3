package freshlegs.ingest.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form as curl sends it. */
final class AForm {
    private static final String BOUNDARY = "------------------------d74496d66958873e";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    AForm file(String field, String fileName, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    AForm text(String field, String text) {
        return part("Content-Disposition: form-data; name=\"" + field + "\"", text.getBytes(StandardCharsets.UTF_8));
    }

    AForm part(String headers, byte[] content) {
        write("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n");
        bytes.writeBytes(content);
        write("\r\n");
        return this;
    }

    String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    byte[] withoutEnd() {
        return bytes.toByteArray();
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
