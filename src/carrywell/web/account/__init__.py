"""Her account, where a site has accounts: the library's way of signing in, on pages and in words of ours."""
