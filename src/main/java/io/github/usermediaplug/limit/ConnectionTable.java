package io.github.usermediaplug.limit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Connections by the site and the address that they come from, in the order in which they came. Not
 * safe for threads.
 */
final class ConnectionTable {

  private static final Site NONE = new Site();

  private final Map<String, Site> sites = new LinkedHashMap<>();
  private int size;

  void add(Guest guest) {
    sites.computeIfAbsent(guest.address().site(), first -> new Site()).add(guest);
    size++;
  }

  /** Does nothing if it is not here. */
  void remove(Guest guest) {
    Site site = site(guest.address());
    if (site.remove(guest)) {
      size--;
      if (site.size == 0) {
        sites.remove(guest.address().site());
      }
    }
  }

  int size() {
    return size;
  }

  int ofAddress(AddressBlock address) {
    return site(address).byAddress.getOrDefault(address.name(), Set.of()).size();
  }

  int ofSite(AddressBlock address) {
    return site(address).size;
  }

  /** Of the site that has most, or of one of those; 0 if there is none. */
  int ofLargestSite() {
    return sites.values().stream().mapToInt(site -> site.size).max().orElse(0);
  }

  /** Of the site, and there of the address, that has most; there must be one. */
  Guest eldestOfLargest() {
    return largest().iterator().next();
  }

  /** Of the site, and there of the address, that has most; there must be one. */
  Guest newestOfLargest() {
    return largest().stream().reduce((older, newer) -> newer).orElseThrow();
  }

  private Set<Guest> largest() {
    return sites.values().stream()
        .max(Comparator.comparingInt(site -> site.size))
        .flatMap(site -> site.byAddress.values().stream().max(Comparator.comparingInt(Set::size)))
        .orElseThrow();
  }

  private Site site(AddressBlock address) {
    return sites.getOrDefault(address.site(), NONE);
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
  }
}
