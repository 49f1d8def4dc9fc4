// Style sheets that a screen module brings along; the tests do not look at them.
declare module '*.css';
