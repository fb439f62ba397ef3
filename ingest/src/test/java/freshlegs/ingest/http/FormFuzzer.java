package freshlegs.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Looks for uploaded forms that break their reader: the first line is the type, what follows is the body. */
public final class FormFuzzer {
    private FormFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        int end = 0;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        String type = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(content, Math.min(content.length, end + 1), content.length);
        long read = 0;
        try {
            Multipart form = Multipart.of(new ByteArrayInputStream(body), Optional.of(type));
            for (Optional<Multipart.Part> part = form.next(); part.isPresent(); part = form.next()) {
                String shown = UploadDesk.shown(part.get().fileName().orElse(""));
                if (shown.isBlank() || shown.chars().anyMatch(Character::isISOControl) || shown.indexOf('/') >= 0) {
                    throw new IllegalStateException("a name that is a path or not printable: " + shown);
                }
                read += part.get().content().readAllBytes().length;
            }
        } catch (Refusal refused) {
            if (refused.sentence().isBlank()) {
                throw new IllegalStateException("refused without a reason");
            }
        }
        if (read > body.length) {
            throw new IllegalStateException("more was read than came");
        }
    }
}
