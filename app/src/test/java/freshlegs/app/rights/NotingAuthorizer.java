package freshlegs.app.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which also notes in a file what it allowed and refused, each once, in the words of {@link Decision}. */
public final class NotingAuthorizer extends StandardAuthorizer {
    /** The property that names the file. */
    public static final String NOTES = "freshlegs.authorizer.notes";

    private final Set<Decision> noted = new HashSet<>();
    private Path notes = Path.of("");

    @Override
    public void configure(Map<String, ?> configs) {
        super.configure(configs);
        notes = Path.of(String.valueOf(configs.get(NOTES)));
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext request, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(request, actions);
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            boolean allowed = results.get(i) == AuthorizationResult.ALLOWED;
            // What is only looked up, such as what else a user might do, is no use of a right.
            if (allowed ? action.logIfAllowed() : action.logIfDenied()) {
                note(new Decision(
                        allowed,
                        request.principal().getName(),
                        action.operation().name(),
                        action.resourcePattern().resourceType().name(),
                        action.resourcePattern().name()));
            }
        }
        return results;
    }

    private synchronized void note(Decision decision) {
        if (noted.add(decision)) {
            try {
                Files.writeString(notes, decision.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
