package freshlegs.app.rights;

import freshlegs.app.problem.Causes;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** What Kafka refused, in a sentence that names the fix. */
public final class Refusal {
    private static final String RIGHTS =
            ": grant what `freshlegs acls` prints for this part, or put FRESHLEGS_KAFKA_PROPERTIES right.";

    private Refusal() {}

    /** Nothing when Kafka was asked nothing, or said something else. */
    public static Optional<String> in(Throwable failure) {
        return Causes.of(failure).flatMap(each -> sentence(each).stream()).findFirst();
    }

    private static Optional<String> sentence(Throwable failure) {
        if (failure instanceof SaslAuthenticationException) {
            return Optional.of("Kafka does not know this user, or the password is wrong (" + failure.getMessage()
                    + "): put FRESHLEGS_KAFKA_PROPERTIES right.");
        }
        if (failure instanceof SslAuthenticationException) {
            return Optional.of("Kafka's certificate is not trusted, or is another host's (" + failure.getMessage()
                    + "): put ssl.truststore... in FRESHLEGS_KAFKA_PROPERTIES and the names in FRESHLEGS_KAFKA right.");
        }
        if (failure instanceof TopicAuthorizationException refused) {
            return Optional.of("Kafka refuses this user a right on the topics "
                    + String.join(", ", refused.unauthorizedTopics()) + RIGHTS);
        }
        if (failure instanceof GroupAuthorizationException refused) {
            return Optional.of("Kafka refuses this user Read on the group " + refused.groupId() + RIGHTS);
        }
        if (failure instanceof ClusterAuthorizationException) {
            return Optional.of("Kafka refuses this user Write on any topic" + RIGHTS);
        }
        return failure instanceof AuthorizationException
                ? Optional.of("Kafka refuses this user a right (" + failure.getMessage() + ")" + RIGHTS)
                : Optional.empty();
    }
}
