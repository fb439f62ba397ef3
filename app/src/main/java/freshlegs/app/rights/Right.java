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
        return new Right(
                ResourceType.TOPIC,
                PatternType.LITERAL,
                new TreeSet<>(names),
                new TreeSet<>(List.of(operations)),
                purpose);
    }

    static Right groups(Collection<String> names, String purpose, AclOperation operation) {
        return new Right(
                ResourceType.GROUP,
                PatternType.LITERAL,
                new TreeSet<>(names),
                new TreeSet<>(List.of(operation)),
                purpose);
    }

    static Right groupsFrom(String beginning, String purpose, AclOperation operation) {
        return new Right(
                ResourceType.GROUP,
                PatternType.PREFIXED,
                new TreeSet<>(List.of(beginning)),
                new TreeSet<>(List.of(operation)),
                purpose);
    }

    /** Kafka Streams makes up its transactional ids behind this beginning. */
    static Right transactions(String beginning, String purpose) {
        return new Right(
                ResourceType.TRANSACTIONAL_ID,
                PatternType.PREFIXED,
                new TreeSet<>(List.of(beginning)),
                new TreeSet<>(List.of(AclOperation.WRITE)),
                purpose);
    }

    /** As Kafka keeps it: an entry for each name and operation. */
    public Stream<AclBinding> entries(String principal) {
        return names.stream().flatMap(name -> operations.stream()
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW))));
    }

    /** The only one of that name. */
    static Right transaction(String name, String purpose) {
        return new Right(
                ResourceType.TRANSACTIONAL_ID,
                PatternType.LITERAL,
                new TreeSet<>(List.of(name)),
                new TreeSet<>(List.of(AclOperation.WRITE)),
                purpose);
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
