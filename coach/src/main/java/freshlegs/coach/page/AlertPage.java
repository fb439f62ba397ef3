package freshlegs.coach.page;

import java.util.Optional;

/** An alert's page: the episode as it stands, or that it was withdrawn, and what was said back of it. */
public record AlertPage(Optional<EpisodePage> episode, Optional<WithdrawnPage> withdrawn, Reply reply) {
    public static AlertPage of(EpisodePage episode, Reply reply) {
        return new AlertPage(Optional.of(episode), Optional.empty(), reply);
    }

    public static AlertPage of(WithdrawnPage withdrawn, Reply reply) {
        return new AlertPage(Optional.empty(), Optional.of(withdrawn), reply);
    }
}
