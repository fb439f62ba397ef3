package freshlegs.coach.page;

import java.util.List;
import java.util.Optional;

/**
 * An alert's page: the episode as it stands, or that it was withdrawn, what was said back of it, the notes about it, and everything
 * that happened to it in order.
 */
public record AlertPage(
        Optional<EpisodePage> episode,
        Optional<WithdrawnPage> withdrawn,
        Reply reply,
        Notes notes,
        List<Happened> trail) {

    public boolean isPending() {
        return reply.receipt().pending();
    }
}
