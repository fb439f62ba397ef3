package freshlegs.coach.access;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.util.Optional;

/** That somebody sees an athlete; {@code name} is what people call them, {@code lookedAt} when they looked last. */
public record Share(
        String id,
        AthleteId athlete,
        String account,
        String name,
        Role role,
        Instant grantedAt,
        Optional<Instant> lookedAt) {}
