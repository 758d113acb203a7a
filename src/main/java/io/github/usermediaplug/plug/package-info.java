/** What a host application injects to steer calls with a word of its own. */
package io.github.usermediaplug.plug;
