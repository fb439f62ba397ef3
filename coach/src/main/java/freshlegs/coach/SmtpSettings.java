package freshlegs.coach;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The mail server that takes our mail, and who writes: {@code smtp://user:password@host:587} (encrypted by STARTTLS, without fail when
 * there is a password) or {@code smtps://user:password@host:465}.
 */
public record SmtpSettings(URI server, String from) {
    private static final Set<String> SCHEMES = Set.of("smtp", "smtps");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    public SmtpSettings {
        if (server.getScheme() == null || !SCHEMES.contains(server.getScheme()) || server.getHost() == null) {
            throw new IllegalArgumentException("the mail server must look like smtp://user:password@host:587");
        }
        if (!from.matches("[^\\s@<>]+@[^\\s@<>]+")) {
            throw new IllegalArgumentException("who writes must be an address such as freshlegs@example.org");
        }
    }

    public boolean encryptedFromTheStart() {
        return server.getScheme().equals("smtps");
    }

    public int port() {
        return server.getPort() > 0 ? server.getPort() : encryptedFromTheStart() ? SUBMISSIONS : SUBMISSION;
    }

    public Optional<String> user() {
        return part(0);
    }

    public Optional<String> password() {
        return part(1);
    }

    private Optional<String> part(int which) {
        String[] parts = Optional.ofNullable(server.getRawUserInfo()).orElse("").split(":", 2);
        return parts.length == 2
                ? Optional.of(URLDecoder.decode(parts[which].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + server.getHost() + "]";
    }
}
