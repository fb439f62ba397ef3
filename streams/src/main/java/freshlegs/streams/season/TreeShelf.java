package freshlegs.streams.season;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A shelf in memory. */
final class TreeShelf implements Shelf {
    private final TreeMap<String, byte[]> items = new TreeMap<>();

    boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(items.get(key));
    }

    @Override
    public void put(String key, byte[] bytes) {
        items.put(key, bytes);
    }

    @Override
    public void remove(String key) {
        items.remove(key);
    }

    @Override
    public SortedMap<String, byte[]> startingWith(String prefix) {
        return between(prefix, prefix + "\uFFFF");
    }

    @Override
    public SortedMap<String, byte[]> between(String first, String end) {
        return new TreeMap<>(items.subMap(first, end));
    }

    @Override
    public Optional<String> firstKey(String first, String end, Predicate<String> test) {
        return items.subMap(first, end).keySet().stream().filter(test).findFirst();
    }

    @Override
    public Optional<String> lastKey(String first, String end, Predicate<String> test) {
        return items.subMap(first, true, end, false).descendingMap().keySet().stream()
                .filter(test)
                .findFirst();
    }
}
