/** Who is connected, and what they show of themselves. */
package io.github.usermediaplug.presence;
