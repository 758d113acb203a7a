/**
 * An application of another team, with a login and pages of its own, that calls with
 * user-media-plug.
 */
package com.example.desk;
