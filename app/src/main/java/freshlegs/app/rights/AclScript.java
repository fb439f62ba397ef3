package freshlegs.app.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.output.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights of some users under their names in Kafka, as commands for {@code kafka-acls.sh} and as tables. */
public final class AclScript {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HEAD = """
            #!/bin/sh
            # Set KAFKA to the bootstrap servers, ADMIN to a properties file of somebody who may grant rights, and
            # KAFKA_ACLS to where kafka-acls.sh is unless that is on the path.
            set -eu
            """;
    private static final String CALL =
            "\"${KAFKA_ACLS:-kafka-acls.sh}\" --bootstrap-server \"$KAFKA\" --command-config \"$ADMIN\" ";

    private final Map<KafkaUser, String> principals;

    /** {@code principals} are such as {@code User:freshlegs-ingest}; each user is listed in the order of the map. */
    public AclScript(Map<KafkaUser, String> principals) {
        this.principals = principals;
    }

    /** Grants them, or takes them back. */
    public String commands(boolean grant) {
        return principals.entrySet().stream()
                .flatMap(user -> Stream.concat(
                        Stream.of("\n# " + user.getKey().word() + ": "
                                + user.getKey().who() + "\n"),
                        user.getKey().rights().stream().map(right -> command(right, user.getValue(), grant))))
                .collect(Collectors.joining("", HEAD, ""));
    }

    /** A line for each entry that Kafka keeps. */
    public Table table() {
        return new Table(
                List.of("user", "principal", "resourceType", "patternType", "name", "operation", "purpose"),
                principals.entrySet().stream()
                        .flatMap(user -> user.getKey().rights().stream()
                                .flatMap(right -> right.names().stream().flatMap(name -> right.verbs().stream()
                                        .map(verb -> row(user.getKey(), user.getValue(), right, name, verb)))))
                        .toList());
    }

    /** For a page: who needs what, and what for. */
    public String markdown() {
        return "| User | Needs | On | For |\n|---|---|---|---|\n"
                + principals.entrySet().stream()
                        .flatMap(user -> user.getKey().rights().stream().map(right -> "| `%s` | %s | %s %s | to %s |\n"
                                .formatted(
                                        user.getKey().word(),
                                        String.join(", ", right.verbs()),
                                        kind(right),
                                        right.names().stream()
                                                .map(name -> "`" + name + "`")
                                                .collect(Collectors.joining(", ")),
                                        right.purpose())))
                        .collect(Collectors.joining());
    }

    private static String command(Right right, String principal, boolean grant) {
        String option = option(right);
        return "# to " + right.purpose() + "\n"
                + CALL + (grant ? "--add" : "--remove --force") + " --allow-principal '" + principal + "'"
                + right.verbs().stream().map(verb -> " --operation " + verb).collect(Collectors.joining())
                + (right.isPrefix() ? " --resource-pattern-type prefixed" : "")
                + right.names().stream()
                        .map(name -> " \\\n  " + option + " " + name)
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String option(Right right) {
        return "--" + right.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kind(Right right) {
        String kind = right.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return right.isPrefix() ? kind + "s that begin with" : kind;
    }

    private static List<JsonNode> row(KafkaUser user, String principal, Right right, String name, String verb) {
        return Stream.of(
                        user.word(),
                        principal,
                        right.type().name(),
                        right.pattern().name(),
                        name,
                        verb,
                        "to " + right.purpose())
                .<JsonNode>map(JSON::textNode)
                .toList();
    }
}
