package freshlegs.app.rights;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What somebody may do with some topics, groups or transactional ids of one pattern, and what for. */
public record Right(
        ResourceType type,
        PatternType pattern,
        SortedSet<String> names,
        SortedSet<AclOperation> operations,
        String purpose) {

    public Right {
        names = new TreeSet<>(names);
        operations = new TreeSet<>(operations);
    }

    static Right topics(Collection<String> names, String purpose, AclOperation... operations) {
        return of(ResourceType.TOPIC, PatternType.LITERAL, names, purpose, operations);
    }

    static Right groups(Collection<String> names, String purpose, AclOperation operation) {
        return of(ResourceType.GROUP, PatternType.LITERAL, names, purpose, operation);
    }

    static Right groupsFrom(String beginning, String purpose, AclOperation operation) {
        return of(ResourceType.GROUP, PatternType.PREFIXED, List.of(beginning), purpose, operation);
    }

    /** Kafka Streams makes up its transactional ids behind this beginning. */
    static Right transactions(String beginning, String purpose) {
        return of(ResourceType.TRANSACTIONAL_ID, PatternType.PREFIXED, List.of(beginning), purpose, AclOperation.WRITE);
    }

    /** The only one of that name. */
    static Right transaction(String name, String purpose) {
        return of(ResourceType.TRANSACTIONAL_ID, PatternType.LITERAL, List.of(name), purpose, AclOperation.WRITE);
    }

    private static Right of(
            ResourceType type,
            PatternType pattern,
            Collection<String> names,
            String purpose,
            AclOperation... operations) {
        return new Right(type, pattern, new TreeSet<>(names), new TreeSet<>(List.of(operations)), purpose);
    }

    /** As Kafka keeps it: an entry for each name and operation. */
    public Stream<AclBinding> entries(String principal) {
        return names.stream().flatMap(name -> operations.stream()
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW))));
    }

    boolean isPrefix() {
        return pattern == PatternType.PREFIXED;
    }

    /** The operations as {@code kafka-acls} writes them. */
    List<String> verbs() {
        return operations.stream().map(Right::verb).toList();
    }

    static String verb(AclOperation operation) {
        return Stream.of(operation.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }
}
