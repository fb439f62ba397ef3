package freshlegs.ingest.http;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What is kept of a token: everything but the token itself, of which there is only the SHA-256 hash. */
public record Token(
        String id, AthleteId athlete, String name, String sha256, Instant createdAt, Optional<LocalDate> lastUsed) {

    Token usedOn(LocalDate day) {
        return new Token(id, athlete, name, sha256, createdAt, Optional.of(day));
    }
}
