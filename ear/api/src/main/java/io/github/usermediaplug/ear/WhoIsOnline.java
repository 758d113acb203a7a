package io.github.usermediaplug.ear;

import java.util.List;

/**
 * Who is online, for the other modules. Served by a session bean of the WAR: modules do not see the
 * CDI beans of a WAR, but all of them see its names in {@code java:app}.
 */
public interface WhoIsOnline {

  /** Where the bean is, from every module of the application. */
  String JNDI_NAME = "java:app/user-media-plug/WhoIsOnline";

  /** All users that others may see, in alphabetical order. */
  List<String> online();
}
