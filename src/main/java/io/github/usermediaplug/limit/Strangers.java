package io.github.usermediaplug.limit;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Those who have not yet shown who they are, by where they come from, the eldest first. Not safe
 * for threads.
 */
final class Strangers {

  private final Map<String, Site> sites = new LinkedHashMap<>();
  private int inAll;

  void add(Guest guest) {
    sites.computeIfAbsent(guest.address().site(), first -> new Site()).add(guest);
    inAll++;
  }

  void remove(Guest guest) {
    String name = guest.address().site();
    Site site = sites.get(name);
    if (site != null && site.remove(guest)) {
      inAll--;
      if (site.size == 0) {
        sites.remove(name);
      }
    }
  }

  /** Takes out the eldest, of the site and there of the address that has most, if they are more. */
  Optional<Guest> takeOneBeyond(int limit) {
    if (inAll <= limit) {
      return Optional.empty();
    }
    Site most =
        sites.values().stream().max(Comparator.comparingInt(site -> site.size)).orElseThrow();
    Guest eldest = most.eldest();
    remove(eldest);
    return Optional.of(eldest);
  }

  private static final class Site {

    private final Map<String, Set<Guest>> byAddress = new LinkedHashMap<>();
    private int size;

    void add(Guest guest) {
      byAddress.computeIfAbsent(guest.address().name(), first -> new LinkedHashSet<>()).add(guest);
      size++;
    }

    boolean remove(Guest guest) {
      String name = guest.address().name();
      Set<Guest> ofAddress = byAddress.getOrDefault(name, Set.of());
      if (!ofAddress.contains(guest)) {
        return false;
      }
      ofAddress.remove(guest);
      if (ofAddress.isEmpty()) {
        byAddress.remove(name);
      }
      size--;
      return true;
    }

    Guest eldest() {
      return byAddress.values().stream()
          .max(Comparator.comparingInt(Collection::size))
          .orElseThrow()
          .iterator()
          .next();
    }
  }
}
