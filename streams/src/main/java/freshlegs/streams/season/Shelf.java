package freshlegs.streams.season;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A store of bytes under plain text keys in their byte order; what the season keeps, it keeps on shelves. */
interface Shelf {
    Optional<byte[]> get(String key);

    void put(String key, byte[] bytes);

    void remove(String key);

    /** All items whose key begins with {@code prefix}, in the order of their keys. */
    SortedMap<String, byte[]> startingWith(String prefix);

    /** All items from key {@code first} up to and without {@code end}, in the order of their keys. */
    SortedMap<String, byte[]> between(String first, String end);

    /** The first key from {@code first} up to and without {@code end} that passes the {@code test}. */
    Optional<String> firstKey(String first, String end, Predicate<String> test);

    /** Shows all keys from {@code first} up to and without {@code end}. */
    default void eachKey(String first, String end, Consumer<String> seen) {
        firstKey(first, end, key -> {
            seen.accept(key);
            return false;
        });
    }

    /** The last key from {@code first} up to and without {@code end} that passes the {@code test}. */
    Optional<String> lastKey(String first, String end, Predicate<String> test);
}
