/** How every button of the toolbar looks, so that they stand in one row. */
export const TOOLBAR_BUTTON = { variant: 'default', size: 'sm', h: '2.125rem', px: 10 } as const
