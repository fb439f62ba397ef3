package freshlegs.coach.access;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody is invited to: the password of an account that waits for them, an athlete as a role, or just an account. {@code by} is
 * who invites, {@code byName} what people call them.
 */
public record Invitation(
        String id,
        Optional<String> account,
        Optional<AthleteId> athlete,
        Optional<Role> role,
        String by,
        String byName,
        Instant expiresAt) {}
